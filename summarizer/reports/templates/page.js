// Pointing at a figure lights up its words in the article, and the other way round.
(() => {
  const marks = [...document.querySelectorAll("mark")];
  const of = (mark) => mark.dataset.figures.trim().split(" ");
  const light = (ids, on) => {
    for (const id of ids) document.getElementById(id).classList.toggle("on", on);
    for (const mark of marks) {
      if (of(mark).some((id) => ids.includes(id))) mark.classList.toggle("on", on);
    }
  };
  const watch = (element, ids) => {
    for (const [name, on] of [["mouseenter", true], ["mouseleave", false],
                              ["focusin", true], ["focusout", false]]) {
      element.addEventListener(name, () => light(ids, on));
    }
  };
  for (const mark of marks) watch(mark, of(mark));
  for (const item of document.querySelectorAll("[data-figure]")) watch(item, [item.id]);
})();
