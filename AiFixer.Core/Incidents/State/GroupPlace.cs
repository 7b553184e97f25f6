namespace AiFixer.Core.Incidents;

/// <summary>Which incident this one follows: it is not investigated while that one is.</summary>
public sealed record GroupPlace(IncidentId Leader, DateTimeOffset Since);
