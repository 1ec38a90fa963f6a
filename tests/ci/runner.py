"""A runner of composite actions and of a workflow's job, as far as ours need one: expressions, steps in order, the
files that a step writes to.

By GitHub's metadata syntax for actions: `shell: bash` is `bash --noprofile --norc -eo pipefail FILE`, a step of a
workflow that names no shell is `bash -e FILE`; a step without `if`, or whose `if` asks for no status, runs while no
step has failed; `GITHUB_OUTPUT`, `GITHUB_ENV`, `GITHUB_PATH` and `GITHUB_STEP_SUMMARY` are files of each step's own.
"""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

# What other people's actions do is not run here.
NOT_RUN = ("actions/checkout@", "actions/setup-python@", "actions/upload-artifact@")
_STATUS = re.compile(r"\b(success|failure|always|cancelled)\(\)")


class Step(Struct, frozen=True):
    """What came of a step: `success`, `failure` or `skipped`, what it printed, how it ended."""

    outcome: str
    said: str = ""
    status: int = 0


class Ran(Struct, frozen=True):
    """What came of an action: its steps by name, its outputs, the summary of the job."""

    steps: dict[str, Step]
    outputs: dict[str, str]
    summary: str

    @property
    def outcomes(self) -> dict[str, str]:
        """How each step ended, by its name."""
        return {name: step.outcome for name, step in self.steps.items()}


def run(action: Path, scratch: Path, given: dict[str, str], github: dict[str, Any]) -> Ran:
    """Run each step of the folder `action` in the working directory, with the inputs `given` and the context."""
    made = yaml.load((action / "action.yml").read_text("utf-8"), yaml.BaseLoader)
    assert set(given) <= set(made["inputs"]) and made["runs"]["using"] == "composite"
    assert all(step["shell"] == "bash" for step in made["runs"]["steps"] if "run" in step)
    context = _context(github)
    context["inputs"] = {name: entry["default"] for name, entry in made["inputs"].items()} | given
    context["github"]["action_path"] = str(action)
    steps, summary = _all(made["runs"]["steps"], scratch, context, {"GITHUB_ACTION_PATH": str(action)})
    values = {name: _filled(entry["value"], context) for name, entry in made["outputs"].items()}
    return Ran(steps, values, summary)


def run_job(workflow: Path, scratch: Path, github: dict[str, Any]) -> Ran:
    """Run each step of the one job of a workflow in the working directory."""
    made = yaml.load(workflow.read_text("utf-8"), yaml.BaseLoader)
    (job,) = made["jobs"].values()
    context = _context(github)
    base = {"GITHUB_BASE_REF": context["github"]["base_ref"]}
    steps, summary = _all(job["steps"], scratch, context, base)
    return Ran(steps, {}, summary)


def _context(github: dict[str, Any]) -> dict[str, Any]:
    empty = {"base_ref": "", "token": "", "event": {"pull_request": {"number": ""}}}
    return {"inputs": {}, "github": empty | github, "steps": {}}


def _all(
    listed: list[dict[str, Any]], scratch: Path, context: dict[str, Any], variables: dict[str, str]
) -> tuple[dict[str, Step], str]:
    """What came of the steps, by their names, and the summary of the job."""
    environment = {"CI": "true", "GITHUB_ACTIONS": "true"} | variables
    steps: dict[str, Step] = {}
    summary = ""
    for number, step in enumerate(listed):
        name = step.get("name", step.get("uses", str(number)))
        if "uses" in step:
            assert step["uses"].startswith(NOT_RUN)
            continue
        failed = any(done.outcome == "failure" for done in steps.values())
        if not _wanted(step.get("if", ""), context, failed):
            steps[name], outputs = Step("skipped"), {}
        else:
            files = scratch / f"step-{number}"
            steps[name] = _step(step, files, context, environment)
            outputs = _pairs(files / "output")
            environment |= _pairs(files / "env")
            if added := (files / "path").read_text("utf-8").split():
                environment["PATH"] = ":".join(
                    [*reversed(added), environment.get("PATH", os.environ["PATH"])]
                )
            summary += (files / "summary").read_text("utf-8")
        if "id" in step:
            context["steps"][step["id"]] = {"outputs": outputs, "outcome": steps[name].outcome}
    return steps, summary


def _step(step: dict[str, Any], files: Path, context: dict[str, Any], environment: dict[str, str]) -> Step:
    assert set(step) <= {"name", "id", "if", "shell", "env", "run"}
    files.mkdir()
    own = {name: files / name for name in ("output", "env", "path", "summary")}
    for file in own.values():
        file.touch()
    script = files / "run.sh"
    script.write_text(_filled(step["run"], context), "utf-8")
    names = {f"GITHUB_{'STEP_' if n == 'summary' else ''}{n.upper()}": str(file) for n, file in own.items()}
    done = subprocess.run(
        ["bash", *(("--noprofile", "--norc", "-eo", "pipefail") if "shell" in step else ("-e",)), str(script)],
        env=os.environ | environment | names | {k: _filled(v, context) for k, v in step.get("env", {}).items()},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return Step("failure" if done.returncode else "success", done.stdout + done.stderr, done.returncode)


def _wanted(condition: str, context: dict[str, Any], failed: bool) -> bool:
    """Whether a step is to run."""
    plain = condition.removeprefix("${{").removesuffix("}}").strip() or "success()"
    if not _STATUS.search(plain):
        plain = f"success() && ({plain})"
    return bool(_value(plain, context, failed))


def _filled(text: str, context: dict[str, Any]) -> str:
    """The text with the values of its expressions."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(_value(match[1], context)), text)


def _value(expression: str, context: dict[str, Any], failed: bool = False) -> Any:
    """What an expression comes to. Its `||` and `&&` give one of their sides, as Python's `or` and `and` do."""

    def found(path: str) -> Any:
        value: Any = context
        for name in path.split("."):
            value = value[name]  # a name that is none is a mistake, though a runner would take it for nothing
        return value

    python = re.sub(r"\b[a-z_]+(?:\.[\w-]+)+", lambda match: f"found({match[0]!r})", expression.strip())
    for theirs, ours in (("||", " or "), ("&&", " and ")):
        python = python.replace(theirs, ours)
    python = re.sub(r"!(?!=)", " not ", python).strip()
    functions = {
        "found": found, "format": lambda form, *values: form.format(*values), "always": lambda: True,
        "success": lambda: not failed, "failure": lambda: failed, "cancelled": lambda: False,
    }  # fmt: skip
    return eval(python, {"__builtins__": {}}, functions)


def _pairs(file: Path) -> dict[str, str]:
    """The lines `name=value` of a file that a step wrote; `name<<END` for values of several lines."""
    found: dict[str, str] = {}
    lines = iter(file.read_text("utf-8").splitlines())
    for line in lines:
        name, mark, end = line.partition("<<")
        if mark and "=" not in name:
            found[name] = "\n".join(iter(lambda end=end: next(lines), end))
        else:
            name, mark, value = line.partition("=")
            assert mark, f"a runner refuses {line!r}"
            found[name] = value
    return found
