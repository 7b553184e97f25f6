namespace AiFixer.Core.Incidents.Events;

/// <summary>It follows another incident, and is not investigated while that one is.</summary>
public sealed record GroupJoined(IncidentId Leader, OpenTask Task) : IncidentEvent;

/// <summary>It looked: the other one is still open.</summary>
public sealed record GroupAwaited(OpenTask Task) : IncidentEvent;

/// <summary>It goes its own way from now on.</summary>
public sealed record GroupLeft(IncidentId Leader, string Reason) : IncidentEvent;

/// <summary>Others follow it, the worst of them this bad.</summary>
public sealed record GroupGrew(Severity Worst) : IncidentEvent;

/// <summary>It is closed, and owes those that follow it the news.</summary>
public sealed record GroupEnding(OpenTask Task) : IncidentEvent;

/// <summary>All that followed it know that it is closed.</summary>
public sealed record GroupEnded : IncidentEvent;
