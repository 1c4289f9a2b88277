/** The mark of the product: a deal on its way up. */
export function Mark() {
  return (
    <span className="mark" aria-hidden="true">
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
      >
        <path d="M3 12.5c2.5 0 2.5-4.5 5-4.5s2.5-4.5 5-4.5" />
        <circle cx="3" cy="12.5" r=".9" fill="currentColor" />
        <circle cx="13" cy="3.5" r=".9" fill="currentColor" />
      </svg>
    </span>
  );
}
