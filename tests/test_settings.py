"""Settings come from the config file and the environment, and every mistake has its line."""

import pytest

from summarizer.errors import ConfigError
from summarizer.settings import Settings, config_path, load_settings


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
    ],
    ids=["empty", "model", "a whole number of seconds", "no re-asks", "a switch"],
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
