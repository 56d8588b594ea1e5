#!/usr/bin/env python3
"""Small workbooks to start the fuzzer of the workbook reader from: seeds.py FOLDER. Stored, not packed, so that changes reach the XML."""
import pathlib
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>ten</t></si><si><r><t>Đảng </t></r><r><t>ủy</t></r></si></sst>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>46058</v></c></row>'
    '<row r="3"><c r="B3" t="inlineStr"><is><t>x, "y"</t></is></c><c r="C3" s="2"><v>0.238</v></c><c r="D3" t="b"><v>1</v></c></row></sheetData></worksheet>',
}

folder = pathlib.Path(sys.argv[1])
for name, packing in (("kho", zipfile.ZIP_STORED), ("nen", zipfile.ZIP_DEFLATED)):
    with zipfile.ZipFile(folder / name, "w", packing) as book:
        for part, text in PARTS.items():
            book.writestr(part, text)
