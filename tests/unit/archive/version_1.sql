-- An archive of version 1 as the program of that version wrote it: two units, a revision, a return, a lock.
PRAGMA application_id = 1650552675;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE log (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
  action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
  previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO log VALUES(1,'2026-10-05T08:30:00','Nguyễn Văn A','thử','create','1','{}','','77d7f284b7f36f1fc32a3e130d1dc178bf3a131531bc3d1fe41278be6fd535c0');
INSERT INTO log VALUES(2,'2026-10-05T08:30:00','Nguyễn Văn A','thử','definitions','dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d','{}','77d7f284b7f36f1fc32a3e130d1dc178bf3a131531bc3d1fe41278be6fd535c0','b6a95fe126c07622c754a621dde585577bf4793452a981111a35e3dd31b10fb0');
INSERT INTO log VALUES(3,'2026-10-05T08:30:00','Nguyễn Văn A','thử','open_period','thai-nguyen-cbcx/2026-Q3','{"as_of":"2026-09-30","due":"2026-10-10","definitions":"dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d","units":[["05665","Xã Văn Lăng"],["05668","Xã Đồng Hỷ"]],"forms":["can_bo"]}','b6a95fe126c07622c754a621dde585577bf4793452a981111a35e3dd31b10fb0','884a2696f21164fd09b9926c346fd632b3d90a0f3130d7a5c7fec20f5e24adef');
INSERT INTO log VALUES(4,'2026-10-05T08:30:00','Nguyễn Văn A','thử','register','4281bdbbd659c7accee9c92dbd1b99c36eae7b9f052c765dd0f9db34a536e172','{"resolution":"thai-nguyen-cbcx","period":"2026-Q3","unit":"05665","revision":1,"as_of":"2026-09-30","received_at":"2026-10-05T08:30:00","signer":"","program":"baocao 1.0","definitions":"dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d","persons":2,"size":504,"entries":"55071137ec920f6809130989b50b69449c42b3bba507211855dee42a8dc28e7f","figures":"dd14edb6e261fc550eeff80773322eaf4a821752554deed061607298fd0bcb90","findings":"e1d21e3e1cfcc69b95170aa8439574a313e484ad9864b8fbaf44119a42b7bd03"}','884a2696f21164fd09b9926c346fd632b3d90a0f3130d7a5c7fec20f5e24adef','294dc9fc8926d5fa777005ead66fb162e802e60fcc993c4e66f01f7a47792467');
INSERT INTO log VALUES(5,'2026-10-05T08:30:00','Nguyễn Văn A','thử','register','432b9f975064fa1dc0af419bc4ae4c9443419ffbd1052b2e2217ecf5e98f6b3b','{"resolution":"thai-nguyen-cbcx","period":"2026-Q3","unit":"05668","revision":1,"as_of":"2026-09-30","received_at":"2026-10-05T08:30:00","signer":"","program":"baocao 1.0","definitions":"dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d","persons":2,"size":504,"entries":"2d1730561f9813e3bc7a0976bd51ec3920467ff783657ce8586128484c86008f","figures":"e3a941c201bb78e917882a1ee6099c78c84c3763caf176d38b7c80e7feb30640","findings":"e1d21e3e1cfcc69b95170aa8439574a313e484ad9864b8fbaf44119a42b7bd03"}','294dc9fc8926d5fa777005ead66fb162e802e60fcc993c4e66f01f7a47792467','27c356ad77642278d2cb53fb5b9adc67f3dd4f3391655679e70d4d1787ae8db4');
INSERT INTO log VALUES(6,'2026-10-05T08:30:00','Nguyễn Văn A','thử','supersede','4281bdbbd659c7accee9c92dbd1b99c36eae7b9f052c765dd0f9db34a536e172','{}','27c356ad77642278d2cb53fb5b9adc67f3dd4f3391655679e70d4d1787ae8db4','49adac72818b9c24c58a77098c9a4cb915a17f446c2b44d7ab65eb60cda470a3');
INSERT INTO log VALUES(7,'2026-10-05T08:30:00','Nguyễn Văn A','thử','register','320e44adb122adba7010bd2e46a36641ff74e13f6339421d54e24fe8cc27f798','{"resolution":"thai-nguyen-cbcx","period":"2026-Q3","unit":"05665","revision":2,"as_of":"2026-09-30","received_at":"2026-10-05T08:30:00","signer":"","program":"baocao 1.0","definitions":"dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d","persons":2,"size":504,"entries":"cea5b6439cacc990ec6a04cded82686c31ef4ced26b60c15889d732697b69f1f","figures":"dd14edb6e261fc550eeff80773322eaf4a821752554deed061607298fd0bcb90","findings":"e1d21e3e1cfcc69b95170aa8439574a313e484ad9864b8fbaf44119a42b7bd03"}','49adac72818b9c24c58a77098c9a4cb915a17f446c2b44d7ab65eb60cda470a3','f5c54baa9e09218d10af9be76de8e2954a02921b6afc19ee5e152735c5d0cc67');
INSERT INTO log VALUES(8,'2026-10-05T08:30:00','Nguyễn Văn A','thử','return','432b9f975064fa1dc0af419bc4ae4c9443419ffbd1052b2e2217ecf5e98f6b3b','{}','f5c54baa9e09218d10af9be76de8e2954a02921b6afc19ee5e152735c5d0cc67','84a445d2278bbe3705512babce945edc68baf69084b1e3f874c485d61a6c7f2d');
INSERT INTO log VALUES(9,'2026-10-05T08:30:00','Nguyễn Văn A','thử','lock','thai-nguyen-cbcx/2026-Q3','{}','84a445d2278bbe3705512babce945edc68baf69084b1e3f874c485d61a6c7f2d','ea9093832f0cc13644925e2de85326b46bf586fb02c3c44f45347c1dd26aa7c7');
CREATE TABLE blob (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, is_deflated INTEGER NOT NULL,
  crc INTEGER NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
INSERT INTO blob VALUES(1,'9024afb2a199897391386ddd9a0b21d2812ec4e09d77b6f71edb4a78b678e68c',0,856296020,4,X'23203561');
INSERT INTO blob VALUES(2,'8eb437161658884b13ae089d1eb18562435595a8c17b2efa28bfdd5eeb6184f6',0,3475728791,16,X'7b22756e6974223a223035363635227d');
INSERT INTO blob VALUES(3,'d233aeddbf326b8911c25b0469fad4f64478f2016cbcc11fc7895d7beb7e8364',0,2144349464,60,X'3c5e81b40c5ec68e04a3406c97d63cfbdc53ae88371a125121b5956143c0ee2d55fb638c77fee0b6f5f9275faf297e2c97df5404f33bd406620b5821');
INSERT INTO blob VALUES(4,'0224e3d8143002350008b02f5d48c998d793347e5b9efca3354ee2636662b885',0,413640099,60,X'3de99ced0cdb5c0d11fbf988738c9ac7c76b79da5c7b17bfd55b2dfb1f74741b1d9fc5159bed44975a5083b64f28dfa061ff7c2d40eb967e2c6f2d00');
INSERT INTO blob VALUES(5,'421650b50ab75008223efe81a57ddffaf2d3b8f489884f278db32384828fff2b',0,3354655428,16,X'7b22756e6974223a223035363638227d');
INSERT INTO blob VALUES(6,'9a43503cb4164eb7562a54ca2ed8b39c209f9a9e5dc25cf8174785ff0dcbd448',0,3028904241,60,X'3c7530bdb71e347886b2b41b91c976720357fb6be8aabd633f262e25125e84554c96c97852d0c6dbb0ddb6ed4a29e3eae33985e100039f6f599ca6c6');
CREATE TABLE definition_set (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO definition_set VALUES('dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d');
CREATE TABLE definition_file (
  definition_set TEXT NOT NULL REFERENCES definition_set, name TEXT NOT NULL,
  blob INTEGER NOT NULL REFERENCES blob,
  PRIMARY KEY (definition_set, name)) STRICT, WITHOUT ROWID;
INSERT INTO definition_file VALUES('dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d','indicators.toml',1);
CREATE TABLE period (
  id INTEGER PRIMARY KEY, resolution TEXT NOT NULL, period TEXT NOT NULL,
  as_of TEXT NOT NULL, due TEXT NOT NULL,
  definitions TEXT NOT NULL REFERENCES definition_set,
  locked_at TEXT, locked_by TEXT, locked_why TEXT,
  UNIQUE (resolution, period)) STRICT;
INSERT INTO period VALUES(1,'thai-nguyen-cbcx','2026-Q3','2026-09-30','2026-10-10','dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d','2026-10-05T08:30:00','Nguyễn Văn A','thử');
CREATE TABLE period_unit (
  period INTEGER NOT NULL REFERENCES period, unit TEXT NOT NULL,
  position INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (period, unit)) STRICT, WITHOUT ROWID;
INSERT INTO period_unit VALUES(1,'05665',1,'Xã Văn Lăng');
INSERT INTO period_unit VALUES(1,'05668',2,'Xã Đồng Hỷ');
CREATE TABLE period_form (
  period INTEGER NOT NULL REFERENCES period, position INTEGER NOT NULL, form TEXT NOT NULL,
  PRIMARY KEY (period, position)) STRICT, WITHOUT ROWID;
INSERT INTO period_form VALUES(1,1,'can_bo');
CREATE TABLE package (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE,
  period INTEGER NOT NULL, unit TEXT NOT NULL, revision INTEGER NOT NULL,
  as_of TEXT NOT NULL, received_at TEXT NOT NULL, signer TEXT NOT NULL, program TEXT NOT NULL,
  definitions TEXT NOT NULL REFERENCES definition_set,
  persons INTEGER NOT NULL, size INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'returned', 'superseded')),
  UNIQUE (period, unit, revision),
  FOREIGN KEY (period, unit) REFERENCES period_unit (period, unit)) STRICT;
INSERT INTO package VALUES(1,'4281bdbbd659c7accee9c92dbd1b99c36eae7b9f052c765dd0f9db34a536e172',1,'05665',1,'2026-09-30','2026-10-05T08:30:00','','baocao 1.0','dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d',2,504,'superseded');
INSERT INTO package VALUES(2,'432b9f975064fa1dc0af419bc4ae4c9443419ffbd1052b2e2217ecf5e98f6b3b',1,'05668',1,'2026-09-30','2026-10-05T08:30:00','','baocao 1.0','dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d',2,504,'returned');
INSERT INTO package VALUES(3,'320e44adb122adba7010bd2e46a36641ff74e13f6339421d54e24fe8cc27f798',1,'05665',2,'2026-09-30','2026-10-05T08:30:00','','baocao 1.0','dc4e27ec3eeb67e841ca00a8e20d5a336d1282be60ed8de21461327b359f2b9d',2,504,'accepted');
CREATE TABLE package_entry (
  package INTEGER NOT NULL REFERENCES package, position INTEGER NOT NULL,
  name TEXT NOT NULL, role TEXT NOT NULL, form TEXT NOT NULL,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  blob INTEGER REFERENCES blob,  -- NULL once forgotten
  PRIMARY KEY (package, position)) STRICT, WITHOUT ROWID;
INSERT INTO package_entry VALUES(1,1,'META-INF/manifest.json','','','8eb437161658884b13ae089d1eb18562435595a8c17b2efa28bfdd5eeb6184f6',16,2);
INSERT INTO package_entry VALUES(1,2,'inputs/can-bo.csv','input','can_bo','d233aeddbf326b8911c25b0469fad4f64478f2016cbcc11fc7895d7beb7e8364',60,3);
INSERT INTO package_entry VALUES(1,3,'outputs/bao-cao.docx','report','','0224e3d8143002350008b02f5d48c998d793347e5b9efca3354ee2636662b885',60,4);
INSERT INTO package_entry VALUES(2,1,'META-INF/manifest.json','','','421650b50ab75008223efe81a57ddffaf2d3b8f489884f278db32384828fff2b',16,5);
INSERT INTO package_entry VALUES(2,2,'inputs/can-bo.csv','input','can_bo','d233aeddbf326b8911c25b0469fad4f64478f2016cbcc11fc7895d7beb7e8364',60,3);
INSERT INTO package_entry VALUES(2,3,'outputs/bao-cao.docx','report','','0224e3d8143002350008b02f5d48c998d793347e5b9efca3354ee2636662b885',60,4);
INSERT INTO package_entry VALUES(3,1,'META-INF/manifest.json','','','8eb437161658884b13ae089d1eb18562435595a8c17b2efa28bfdd5eeb6184f6',16,2);
INSERT INTO package_entry VALUES(3,2,'inputs/can-bo.csv','input','can_bo','9a43503cb4164eb7562a54ca2ed8b39c209f9a9e5dc25cf8174785ff0dcbd448',60,6);
INSERT INTO package_entry VALUES(3,3,'outputs/bao-cao.docx','report','','0224e3d8143002350008b02f5d48c998d793347e5b9efca3354ee2636662b885',60,4);
CREATE TABLE indicator_definition (
  id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, sha256 TEXT NOT NULL,
  UNIQUE (indicator, sha256)) STRICT;
INSERT INTO indicator_definition VALUES(1,'5a','d5a');
INSERT INTO indicator_definition VALUES(2,'7','d7');
CREATE TABLE figure (
  package INTEGER NOT NULL REFERENCES package,
  definition INTEGER NOT NULL REFERENCES indicator_definition, unit TEXT NOT NULL,
  n ANY NOT NULL, d ANY NOT NULL, u1 ANY NOT NULL, u2 ANY NOT NULL, open ANY NOT NULL,
  PRIMARY KEY (package, definition, unit)) STRICT, WITHOUT ROWID;
INSERT INTO figure VALUES(1,1,'05665',2,3,0,0,0);
INSERT INTO figure VALUES(1,2,'05665','5/2',4,0,0,0);
INSERT INTO figure VALUES(2,1,'05668',2,3,0,0,0);
INSERT INTO figure VALUES(2,2,'05668','5/2',4,0,0,0);
INSERT INTO figure VALUES(3,1,'05665',2,3,0,0,0);
INSERT INTO figure VALUES(3,2,'05665','5/2',4,0,0,0);
CREATE TABLE finding (
  package INTEGER NOT NULL REFERENCES package, position INTEGER NOT NULL,
  code TEXT NOT NULL, severity TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL,
  cell TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (package, position)) STRICT, WITHOUT ROWID;
INSERT INTO finding VALUES(1,1,'N204','warning','can-bo.csv','','D17',1);
INSERT INTO finding VALUES(2,1,'N204','warning','can-bo.csv','','D17',1);
INSERT INTO finding VALUES(3,1,'N204','warning','can-bo.csv','','D17',1);
CREATE TRIGGER log_keeps_order BEFORE INSERT ON log
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
  BEGIN SELECT RAISE(ABORT, 'the log grows by one'); END;
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE INDEX blob_sha256 ON blob (sha256);
CREATE INDEX definition_file_blob ON definition_file (blob);
CREATE UNIQUE INDEX package_accepted ON package (period, unit) WHERE state = 'accepted';
CREATE INDEX package_entry_blob ON package_entry (blob);
COMMIT;
