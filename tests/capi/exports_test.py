"""A C library exports what its header declares, and nothing else.

Usage: exports_test.py NM LIBRARY HEADER
"""

import re
import subprocess
import sys
from pathlib import Path

nm, library, header = sys.argv[1:]
symbols = subprocess.run([nm, "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
exported = {line.split()[-1].partition("@")[0] for line in symbols.splitlines() if " A " not in line}
declarations = re.findall(r"^CRM_API\s[^;]*;", Path(header).read_text(), re.MULTILINE)
declared = {re.search(r"\b(crm_\w+)\(", declaration)[1] for declaration in declarations}

for name in sorted(exported ^ declared):
    print(name, "is exported, but not declared" if name in exported else "is declared, but not exported: see the map")
sys.exit(exported != declared)
