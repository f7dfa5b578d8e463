"""A script that makes a Google Forms quiz: pasted into script.google.com and run once.

Forms marks multiple choice by itself; typed answers are shown with the right one as feedback.
"""

import json
from string import Template

from quizapp.domain.question import (
    Gap,
    MultipleChoice,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange.losses import kept
from quizapp.exchange.markup import printable
from quizapp.exchange.options import Options
from quizapp.exchange.order import answers, explanation, ordered

_SCRIPT = Template("""\
// Paste this into a new project at https://script.google.com and run makeQuiz.
function makeQuiz() {
  var quiz = $quiz;
  var form = FormApp.create(quiz.title);
  form.setIsQuiz(true);
  form.setShuffleQuestions(quiz.shuffle);
  quiz.questions.forEach(function (question) {
    var item;
    if (question.options) {
      item = form.addMultipleChoiceItem();
      item.setChoices(question.options.map(function (option) {
        return item.createChoice(option, option === question.answer);
      }));
    } else {
      item = question.short ? form.addTextItem() : form.addParagraphTextItem();
    }
    item.setTitle(question.title).setPoints(1).setRequired(false);
    if (question.feedback) {
      var feedback = FormApp.createFeedback().setText(question.feedback).build();
      if (question.options) {
        item.setFeedbackForCorrect(feedback).setFeedbackForIncorrect(feedback);
      } else {
        item.setGeneralFeedback(feedback);
      }
    }
  });
  Logger.log(form.getEditUrl());
}
""")


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the script in UTF-8."""
    items = []
    for stored in ordered(kept("google-forms", question_set), options):
        told = explanation(question_set, stored) if options.with_explanations else ""
        items.append(_item(stored, told, options))
    quiz = {
        "title": printable(question_set.title),
        "shuffle": options.shuffle_questions,
        "questions": items,
    }
    return _SCRIPT.substitute(quiz=_literal(quiz)).encode()


def _item(stored: StoredQuestion, told: str, options: Options) -> dict[str, object]:
    question = stored.question
    item: dict[str, object] = {"title": printable(prompt_of(question))}
    if isinstance(question, MultipleChoice):
        shown = [printable(one) for one in answers(stored, options)]
        return item | {
            "options": shown,
            "answer": printable(question.right),
            "feedback": printable(told),
        }
    right = [solution(question)]
    if isinstance(question, Gap | TypedAnswer):
        item["short"] = True
        right += question.accepted
    return item | {
        "feedback": printable("\n\n".join(filter(None, (" / ".join(right), told))))
    }


def _literal(value: object) -> str:
    """Return JSON that is also JavaScript, whatever the texts hold."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    for sign, spelt in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(sign, spelt)
    return text
