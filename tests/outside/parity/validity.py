"""What a Word package must keep to (ISO/IEC 29500-1 transitional and 29500-2): the order of children,
what may stand where, unique ids, and nothing that refers to nothing."""
import collections
import functools
import posixpath
import re
import zipfile

from lxml import etree

from parity.word import R, W

BORDERS = "top start left bottom end right insideH insideV tl2br tr2bl between bar"

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"

# The children of an element in the order of its schema.
ORDER = {name: order.split() for name, order in {
    "document": "background body",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
           "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
           "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
           "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
           "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
           "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
             "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tblBorders": BORDERS, "tcBorders": BORDERS,
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
            "hideMark headers cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
              "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
              "printerSettings sectPrChange",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "styles": "docDefaults latentStyles style",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
             "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "sdt": "sdtPr sdtEndPr sdtContent",
}.items()}
EITHER = [{"headerReference", "footerReference"}]  # in any order among themselves

RANGES = {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart",
          "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
BLOCKS = RANGES | {"p", "tbl", "sdt", "customXml", "altChunk", "ins", "del"}
CHILDREN = {
    "body": BLOCKS | {"sectPr"}, "tc": BLOCKS | {"tcPr"}, "txbxContent": BLOCKS, "hdr": BLOCKS, "ftr": BLOCKS,
    "footnote": BLOCKS, "endnote": BLOCKS, "comment": BLOCKS,
    "tbl": RANGES | {"tblPr", "tblGrid", "tr", "sdt", "customXml", "ins", "del"},
    "tr": RANGES | {"tblPrEx", "trPr", "tc", "sdt", "customXml", "ins", "del"},
    "p": RANGES | {"pPr", "r", "hyperlink", "fldSimple", "sdt", "smartTag", "ins", "del", "moveTo", "moveFrom",
                   "customXml", "subDoc", "dir", "bdo"},
}
FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr", "tbl": "tblPr"}
LAST = {"tc": "p", "txbxContent": "p", "hdr": "p", "ftr": "p", "footnote": "p", "endnote": "p", "comment": "p"}


def local(node):
    return etree.QName(node).localname


def words(node):
    """The children that are elements of WordprocessingML."""
    return [c for c in node if isinstance(c.tag, str) and etree.QName(c).namespace == W]


def check_order(node, faults):
    name, names = local(node), [local(c) for c in words(node)]
    order = ORDER.get(name)
    if order:
        ranks = []
        for child in names:
            same = next((group for group in EITHER if child in group), {child})
            known = [order.index(each) for each in same if each in order]
            if not known:
                faults.append(f"{name} may not hold {child}")
            ranks += [min(known)] if known else []
        if ranks != sorted(ranks):
            faults.append(f"{name} has its children in a wrong order: {names}")
    if name in CHILDREN and set(names) - CHILDREN[name]:
        faults.append(f"{name} may not hold {set(names) - CHILDREN[name]}")
    if FIRST.get(name) in names[1:] and names[0] != "tblPrEx":
        faults.append(f"{name} has {FIRST[name]} behind other children")
    if name in LAST and names[-1:] != [LAST[name]]:
        faults.append(f"{name} ends with {names[-1:]}")
    if name == "body" and "sectPr" in names[:-1]:
        faults.append("body has sectPr before its end")
    holds = {"tbl": "tr", "tr": "tc"}.get(name)
    if holds and node.find(f".//{{{W}}}{holds}") is None:
        faults.append(f"{name} is empty")


def check_ids(trees, faults):
    """No id occurs twice in the document."""
    seen = collections.Counter()
    of_word = [f"{{{W}}}{n}" for n in ("bookmarkStart", "footnote", "endnote", "comment", "num", "abstractNum",
                                       "style", "p", "tr")]
    for tree in trees.values():
        for node in tree.iter(DRAWING, *of_word):
            kind = local(node)
            own = node.get(f"{{{W}}}id")
            if kind == "docPr":
                seen["drawing", node.get("id")] += not any(local(a) == "Fallback" for a in node.iterancestors())
            elif kind in ("num", "abstractNum"):
                seen[kind, node.get(f"{{{W}}}{kind}Id") or node.get(f"{{{W}}}numId")] += 1
            elif kind in ("p", "tr"):
                seen["paragraph", node.get(PARAGRAPH_ID)] += PARAGRAPH_ID in node.attrib
            else:
                seen[kind, own or node.get(f"{{{W}}}styleId")] += 1
                seen["bookmark", node.get(f"{{{W}}}name")] += kind == "bookmarkStart"
    faults += [f"{kind} id {number} occurs {count} times" for (kind, number), count in seen.items() if count > 1]
    return seen


def check_references(trees, seen, faults):
    targets = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment",
               "bookmarkEnd": "bookmarkStart"}
    for name, tree in trees.items():
        for node in tree.iter(*(f"{{{W}}}{each}" for each in targets)):
            if not seen[targets[local(node)], node.get(f"{{{W}}}id")]:
                faults.append(f"{name}: {local(node)} {node.get(f'{{{W}}}id')} refers to nothing")
        for node in tree.iter(f"{{{W}}}numId"):
            number = node.get(f"{{{W}}}val")
            if number != "0" and not seen["num", number] and any(k == "num" for k, _ in seen):
                faults.append(f"{name}: there is no list {number}")


def relations_of(package, part):
    name = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
    if name not in package.namelist():
        return {}
    return {r.get("Id"): r for r in etree.fromstring(package.read(name))}


def check_package(package, trees, faults):
    types = etree.fromstring(package.read("[Content_Types].xml"))
    own = {t.get("PartName", "") for t in types}
    endings = {t.get("Extension", "").lower() for t in types}
    for part in package.namelist():
        if part != "[Content_Types].xml" and "/" + part not in own and part.rsplit(".", 1)[-1].lower() not in endings:
            faults.append(f"{part} has no content type")
    faults += [f"there is no part {name}" for name in own if name and name[1:] not in package.namelist()]
    for part in [p for p in package.namelist() if not p.endswith(".rels")]:
        relations = relations_of(package, part)
        for each in relations.values():
            target = each.get("Target")
            path = target[1:] if target.startswith("/") else posixpath.normpath(
                posixpath.join(posixpath.dirname(part), target))
            if each.get("TargetMode") != "External" and path not in package.namelist():
                faults.append(f"{part} refers to {path}, which is not there")
        for node in trees[part].iter() if part in trees else []:
            for key, value in node.attrib.items() if isinstance(node.tag, str) else []:
                if key.startswith(f"{{{R}}}") and value and value not in relations:
                    faults.append(f"{part}: {local(node)} has no relationship {value}")


@functools.lru_cache
def faults_of_order(content):
    faults = []
    for node in etree.fromstring(content).iter(f"{{{W}}}*"):
        check_order(node, faults)
    return faults


def faults_of(path):
    """Sentences; none for a package that keeps to the rules."""
    faults = []
    package = zipfile.ZipFile(path)
    names = package.namelist()
    if len(names) != len(set(names)):
        faults.append("a part occurs twice")
    trees = {n: etree.fromstring(package.read(n)) for n in names if re.search(r"^word/.*\.xml$", n)}
    faults += [f"{name}: {fault}" for name in trees for fault in faults_of_order(package.read(name))]
    check_references(trees, check_ids(trees, faults), faults)
    check_package(package, trees, faults)
    return faults
