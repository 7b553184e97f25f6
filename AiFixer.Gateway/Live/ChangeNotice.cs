using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Live;

/// <summary>An incident has a new version; read it again.</summary>
internal sealed record ChangeNotice(string Id, long Version, IncidentStatus Status);
