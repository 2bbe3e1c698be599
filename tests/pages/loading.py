"""Driving Load data: files go in, and what the page says comes out."""

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ROOT, words

File = tuple[str, bytes, str]
ROLES = (
    b"Employee ID,Name,Effective date,Job title\n1,Ann,2020-01-01,Analyst\n2,Bo,2021-01-01,Clerk\n"
)
OTHER = (
    b"Employee ID,Name,Effective date,Job title\n3,Cy,2022-01-01,Analyst\n4,Di,2023-01-01,Clerk\n"
)


def file(name: str, content: bytes) -> File:
    return name, content, "application/octet-stream"


def load_data() -> AppTest:
    app = AppTest.from_file(ROOT / "components" / "ui" / "menu.py", default_timeout=60)
    return app.switch_page(str(ROOT / "pages" / "load_data.py")).run()


def uploaded(*files: File) -> AppTest:
    app = load_data()
    app.file_uploader[0].set_value(list(files))
    return app.run()


def said(app: AppTest) -> str:
    return "\n".join([words(app), *(str(one.value) for one in app.error)]).replace("\\", "")
