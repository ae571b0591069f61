"""Forms that come through the forge's own page: its event, the fields of an issue form, attachments; values in and out.

Nothing here touches a file or a network. Whatever stands in a form is a text of somebody: it is read strictly, and
never run.
"""
