namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>
/// What was read last, kept with how it was written: pods that one ReplicaSet made come one after the other, and whose they are and
/// what they ask for is the same to the byte.
/// </summary>
internal sealed class LastSeen<T>
    where T : class
{
    private byte[] written = [];
    private int length = -1;

    public T? Value { get; private set; }

    public bool Is(ReadOnlySpan<byte> now) => now.Length == length && now.SequenceEqual(written.AsSpan(0, length));

    public T? Keep(ReadOnlySpan<byte> now, T? value)
    {
        if (now.Length > written.Length)
            written = new byte[2 * now.Length];
        now.CopyTo(written);
        (length, Value) = (now.Length, value);
        return value;
    }
}
