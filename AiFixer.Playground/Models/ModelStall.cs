namespace AiFixer.Playground.Models;

/// <summary>Where an answer stops coming.</summary>
public enum ModelStall
{
    None,
    BeforeHeaders,
    InTheBody,
}
