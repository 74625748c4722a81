// Brings the chosen words into view where they are out of it, or under a phone's evidence; what was clicked
// stays in its place.
{
  const chosen = document.querySelector(".picked .first.ringed")?.getBoundingClientRect();
  const floor = innerWidth > 640 ? innerHeight - 60 : innerHeight * 0.55;
  if (chosen && (chosen.top < 60 || chosen.bottom > floor))
    document.querySelector(".picked .first.ringed").scrollIntoView({block: "center"});
}
