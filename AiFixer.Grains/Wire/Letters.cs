using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AiFixer.Grains.Wire;

/// <summary>Writes and reads letters.</summary>
internal static class Letters
{
    private const int Format = 1;

    /// <param name="value">Not to be changed any more: within a process it is what the receiver gets.</param>
    /// <param name="type">How it is written if it leaves the process.</param>
    public static Letter Write<T>(T value, JsonTypeInfo<T> type)
        where T : notnull => new(Format, value, () => JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Throws <see cref="JsonException"/> for what a newer process wrote and this one cannot read.</summary>
    public static T Read<T>(Letter letter, JsonTypeInfo<T> type)
    {
        if (letter.Format > Format)
            throw new JsonException($"It is written in format {letter.Format}, and this process reads {Format} at most: it is older than the sender.");
        if (letter.Value is T value)
            return value;
        return JsonSerializer.Deserialize(letter.Json, type) ?? throw new JsonException("The letter is empty.");
    }
}
