"""Made-up people for the sample inputs: the same ones in every run. Name parts and their weights come from
templates/sample/names.csv; nobody on the lists exists."""
import bisect
import collections
import csv
import datetime
import pathlib
import random

root = pathlib.Path(__file__).resolve().parents[2]


def units(resolution):
    """Rows of the resolution's units.csv, the province first."""
    with open(root / "templates/resolutions" / resolution / "units.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Chance:
    """Only random() is used: its numbers are the same in every Python."""

    def __init__(self, seed):
        self._source = random.Random(seed)

    def share(self):
        return self._source.random()

    def below(self, count):
        return int(self._source.random() * count)

    def pick(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        items = list(items)
        lots = sorted(range(len(items)), key=lambda i: (self._source.random(), i))
        return [items[i] for i in lots]

    def deal(self, counts):
        """{"Nữ": 14, "Nam": 56} → 70 words in random order, each exactly so often."""
        return self.shuffled([word for word, count in counts.items() for _ in range(count)])


class Names:
    def __init__(self, chance):
        self._chance = chance
        self._parts = collections.defaultdict(lambda: ([], []))
        with open(root / "templates/sample/names.csv", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                texts, sums = self._parts[row["part"], row["sex"], row["ethnic"]]
                texts.append(row["text"])
                sums.append((sums[-1] if sums else 0) + int(row["weight"]))
        self._taken = set()

    def _draw(self, part, sex, ethnic):
        texts, sums = self._parts[(part, sex, ethnic) if (part, sex, ethnic) in self._parts else (part, sex, "kinh")]
        return texts[bisect.bisect(sums, self._chance.share() * sums[-1])]

    def _name(self, sex, ethnic):
        parts = [self._draw("surname", "", ethnic), self._draw("middle1", sex, ethnic)]
        if sex == "nu" and self._chance.share() < 0.5:
            parts.append(self._draw("middle2", sex, "kinh"))
        return " ".join(parts + [self._draw("given", sex, ethnic)])

    def person(self, sex, ethnic, age, as_of):
        """A name and a birth date that no other person has; `age` in completed years at `as_of`."""
        while True:
            last = as_of.replace(year=as_of.year - age)
            birth = last - datetime.timedelta(days=self._chance.below(364))
            person = (self._name(sex, ethnic), birth)
            if person not in self._taken:
                self._taken.add(person)
                return person


def day(date):
    return date.strftime("%d/%m/%Y")


def party_day(chance, birth):
    """The 3rd of February or the 19th of May of the year in which the person becomes 20 to 23."""
    year = birth.year + 20 + chance.below(4)
    return f"03/02/{year}" if chance.share() < 0.5 else f"19/05/{year}"
