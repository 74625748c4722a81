// Brings the chosen words into view where they are out of it, or under a phone's evidence; what was clicked
// stays in its place. Elsewhere it is the evidence that is brought into view: a phone's is always there.
{
  const words = document.querySelector(".picked .first.ringed");
  const proof = document.querySelector(".st-key-evidence .proof");
  const isDesk = innerWidth > 640;
  const isOut = (place, floor) => place && (place.top < 60 || place.bottom > floor);
  if (isOut(words?.getBoundingClientRect(), isDesk ? innerHeight - 60 : innerHeight * 0.55))
    words.scrollIntoView({block: "center"});
  if (isDesk && !words && isOut(proof?.getBoundingClientRect(), innerHeight))
    proof.closest(".st-key-evidence").scrollIntoView({block: "nearest"});
}
