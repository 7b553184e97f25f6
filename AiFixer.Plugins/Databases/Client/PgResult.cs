using System.Diagnostics.CodeAnalysis;

namespace AiFixer.Plugins.Databases;

/// <summary>What the database said, or why not.</summary>
internal sealed class PgResult<T>
    where T : class
{
    public PgResult(T value) => Value = value;

    public PgResult(PgError error) => Error = error;

    public T? Value { get; }

    public PgError? Error { get; }

    public bool Failed([NotNullWhen(true)] out PgError? error, [NotNullWhen(false)] out T? value)
    {
        (error, value) = (Error, Value);
        return error is not null;
    }
}
