"""python3 -m tests.bench: prints the figures of the README, medians of several rounds."""

from bot import provision


def main() -> None:
    provision.ready("development", "tests.bench")
    from tests.bench import intake

    intake.main()


if __name__ == "__main__":
    main()
