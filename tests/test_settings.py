"""Settings come from the config file and the environment, and every mistake has its line."""

from decimal import Decimal

import pytest

from summarizer.errors import ConfigError
from summarizer.settings import Settings, cache_folder, config_path, load_settings


@pytest.fixture
def config(tmp_path):
    def write(text):
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return {"SUMMARIZER_CONFIG": str(path)}

    return write


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Settings()),
        ('model = "openai/gpt-5-mini"', Settings(model="openai/gpt-5-mini")),
        ("timeout = 30", Settings(timeout=30.0)),
        ("timeout = 2.5\nreasks = 0", Settings(timeout=2.5, reasks=0)),
        ("allow_private = true", Settings(allow_private=True)),
        ('concurrency = "auto"', Settings(concurrency="auto")),
        ("concurrency = 4\nrpm = 500", Settings(concurrency=4, rpm=500)),
        ("workers = 0", Settings(workers=0)),
        ('max_cost = "2.50"', Settings(max_cost=Decimal("2.50"))),
        ("max_cost = 2.1\nrun_timeout = 60", Settings(max_cost=Decimal("2.1"), run_timeout=60.0)),
    ],
    ids=[
        *("empty", "model", "a whole number of seconds", "no re-asks", "a switch"),
        *(
            "as many as are borne",
            "numbers that may be missing",
            "none",
            "dollars",
            "dollars as a number",
        ),
    ],
)
def test_a_config_file_sets_what_it_names(config, text, expected):
    assert load_settings(config(text)) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("modle = 'rules'", "unknown key 'modle'. Did you mean 'model'?"),
        ("colour = 1", "unknown key 'colour'. Known: model, prompt,"),
        ("timeout = 'long'", "'timeout' must be a positive number, not 'long'"),
        ("attempts = 0", "'attempts' must be a positive number, not 0"),
        ("attempts = true", "'attempts' must be a positive number, not True"),
        ("allow_private = 1", "'allow_private' must be true or false, not 1"),
        ("model = 3", "'model' must be a string, not 3"),
        ("concurrency = 'all'", """'concurrency' must be a positive number or "auto", not 'all'"""),
        ("max_cost = 'much'", "'max_cost' must be a positive number, not 'much'"),
        ("max_cost = 0", "'max_cost' must be a positive number, not 0"),
        ("max_cost = true", "'max_cost' must be a positive number, not True"),
        ("rpm = 1.5", "'rpm' must be a positive number, not 1.5"),
        ("model =", "not valid TOML"),
    ],
)
def test_a_mistake_in_the_config_file_is_one_line_that_names_it(config, text, message):
    with pytest.raises(ConfigError) as caught:
        load_settings(config(text))
    assert message in str(caught.value)
    assert "config.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_config_file_that_was_named_must_exist(tmp_path):
    with pytest.raises(ConfigError, match="the config file does not exist"):
        load_settings({"SUMMARIZER_CONFIG": str(tmp_path / "none.toml")})


def test_no_config_file_is_fine(monkeypatch, tmp_path):
    monkeypatch.setattr("platformdirs.user_config_path", lambda _app: tmp_path)
    assert config_path({}) == tmp_path / "config.toml"
    assert load_settings({}) == Settings()


def test_the_environment_wins_over_the_file(config):
    environ = config("model = 'openai/a'") | {"SUMMARIZER_MODEL": "openai/b"}
    assert load_settings(environ).model == "openai/b"


def test_the_folder_of_the_cache_is_the_variables_the_files_or_the_users(config, tmp_path):
    environ = config(f"cache_dir = '{tmp_path}/file'")
    assert cache_folder(load_settings(environ)) == tmp_path / "file"
    environ["SUMMARIZER_CACHE_DIR"] = f"{tmp_path}/variable"
    assert cache_folder(load_settings(environ)) == tmp_path / "variable"
    assert cache_folder(Settings()).name == "summarizer"
