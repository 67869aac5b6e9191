"""What Rasa learns from: of this project's data, the training messages alone."""

from pathlib import Path

from rasa.shared.importers.rasa import RasaFileImporter

DATA = Path(__file__).resolve().parent / "data"
TRAINING = DATA / "nlu"


class TrainingMessages(RasaFileImporter):  # type: ignore[misc]
    """Rasa's own default is to learn all that lies under data/, the examinations included."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
    ) -> None:
        super().__init__(config_file, domain_path, training_data_paths)
        self._nlu_files: list[str] = list(filter(_may_be_learnt, self._nlu_files))


def _may_be_learnt(file: str) -> bool:
    folders = Path(file).resolve().parents
    return TRAINING in folders or DATA not in folders
