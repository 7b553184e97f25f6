namespace AiFixer.Core.Analysis;

/// <summary>A stretch of samples, its end not included.</summary>
/// <param name="Z">How far it stands apart, below zero when it is lower.</param>
internal readonly record struct Window(int Start, int End, double Z)
{
    public int Length => End - Start;
}
