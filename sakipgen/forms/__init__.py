"""The formulir pengumpulan data: a workbook for each unit and period out, and changes of YAML back.

Values in, bytes out and the other way round; nothing here touches a file.
"""
