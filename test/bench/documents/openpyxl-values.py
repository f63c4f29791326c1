# What openpyxl reads in a workbook, one JSON object: "sheet!A1" to what is shown there, and its formula beside it.
import json
import sys
import warnings

import openpyxl

# what it does not keep (extensions) it says on every file
warnings.simplefilter("ignore")

shown = openpyxl.load_workbook(sys.argv[1], data_only=True)
written = openpyxl.load_workbook(sys.argv[1])
values = {}
formulas = {}
for sheet in shown.worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                values[f"{sheet.title}!{cell.coordinate}"] = cell.value
    for row in written[sheet.title].iter_rows():
        for cell in row:
            if cell.data_type == "f":
                formulas[f"{sheet.title}!{cell.coordinate}"] = cell.value[1:]
json.dump({"values": values, "formulas": formulas}, sys.stdout)
