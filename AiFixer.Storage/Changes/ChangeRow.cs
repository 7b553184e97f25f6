using AiFixer.Core.Ports;

namespace AiFixer.Storage.Changes;

/// <summary>An entry of a stream, and what its incident is by now.</summary>
internal readonly record struct ChangeRow(long Stream, long Seq, IncidentChange Change);
