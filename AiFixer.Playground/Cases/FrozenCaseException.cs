namespace AiFixer.Playground.Cases;

/// <summary>A frozen incident cannot be used: which file, where in it, and why.</summary>
public sealed class FrozenCaseException : Exception
{
    internal FrozenCaseException(string file, int? line, string reason, Exception? inner = null)
        : base(line is { } at ? $"{file}:{at}: {reason}" : $"{file}: {reason}", inner)
    {
    }
}
