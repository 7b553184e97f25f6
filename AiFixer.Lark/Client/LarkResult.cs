using System.Diagnostics.CodeAnalysis;

namespace AiFixer.Lark.Client;

/// <summary>What a call came to.</summary>
public sealed record LarkResult<T>
    where T : class
{
    private LarkResult(T? value, LarkError? error)
    {
        Value = value;
        Error = error;
    }

    public T? Value { get; }

    public LarkError? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsDone => Error is null;

    public static implicit operator LarkResult<T>(T value) => new(value, null);

    public static implicit operator LarkResult<T>(LarkError error) => new(null, error);
}
