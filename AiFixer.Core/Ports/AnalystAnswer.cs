using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>A diagnosis and the whole texts its evidence refers to.</summary>
/// <param name="Unavailable">Why nothing could be seen, when looking again later may help.</param>
public sealed record AnalystAnswer(Diagnosis Diagnosis, IReadOnlyList<Blob> Blobs, string? Unavailable = null);
