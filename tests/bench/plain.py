"""A classifier as one would write it in an afternoon: the yardstick for understanding."""

from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from nlu import training_data


def classifier() -> Any:
    """A scikit-learn pipeline that has learnt the training messages."""
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    pipeline = make_pipeline(make_union(words, letters), LinearSVC(C=0.3))
    examples = training_data.load(training_data.FOLDER)
    return pipeline.fit([each.text for each in examples], [each.intent for each in examples])
