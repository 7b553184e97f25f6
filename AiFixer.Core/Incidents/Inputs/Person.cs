namespace AiFixer.Core.Incidents;

/// <summary>Somebody who decides, as authenticated by the gateway.</summary>
public sealed record Person(string Id, string Name, PersonRole Role);
