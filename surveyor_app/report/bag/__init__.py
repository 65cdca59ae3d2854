"""The export bag: a case as a folder that anyone can check with ``sha256sum``, ``openssl`` and a PDF reader.

::

    bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt  VERIFY.txt  VERIFY.<language>.txt
    tagmanifest-sha256.txt.sig      over all of it, by the device that hands it out
    data/originals/0001-IMG_0001.jpg …
    data/journal.jsonl              the exact signed lines, bodies beside them
    data/custody.csv                the same as a list to read
    data/evidence-manifest.txt      the lines of the evidence root
    data/report.pdf                 and earlier revisions
    data/certificates/authority.pem, authority.crl, device-….pem, key-….pem (the bare key of a device that has no certificate yet)
    data/statements/01-…/           papers, pictures of pages, handwriting
    data/receipt.json, data/receipt.json.p7s

What proves hangs on a signature, never on the manifests: see :mod:`surveyor_app.report.bag.checking`.
"""
