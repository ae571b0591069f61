"""The only package that reads the data folder: text to values, with the place of everything."""

from sakipgen.reading.loader import Cache as Cache
from sakipgen.reading.loader import Loaded as Loaded
from sakipgen.reading.loader import Sources as Sources
from sakipgen.reading.loader import load as load
from sakipgen.reading.loader import load_simpanan as load_simpanan
from sakipgen.reading.yaml_source import Source as Source
from sakipgen.reading.yaml_source import read_source as read_source
