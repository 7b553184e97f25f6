namespace AiFixer.Core;

/// <summary>How bad it is; P0 is worst.</summary>
public enum Severity
{
    P0,
    P1,
    P2,
    P3,
}
