using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Running;

/// <summary>An incident as of a version of the journal.</summary>
internal sealed record Held(Incident State, long Version, string Digest);
