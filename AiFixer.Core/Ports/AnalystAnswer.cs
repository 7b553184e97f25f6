using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>A diagnosis and the whole texts its evidence refers to.</summary>
public sealed record AnalystAnswer(Diagnosis Diagnosis, IReadOnlyList<Blob> Blobs);
