using AiFixer.Core.Ports;

namespace AiFixer.Core.Journal;

/// <param name="Changes">Each incident once, as it is now.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="IsLast">There was nothing more for now.</param>
public sealed record ChangePage(IReadOnlyList<IncidentChange> Changes, ChangePosition Next, bool IsLast);
