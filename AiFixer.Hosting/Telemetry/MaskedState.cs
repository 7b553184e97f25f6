using System.Collections;
using System.Globalization;

namespace AiFixer.Hosting.Telemetry;

/// <summary>What a structured log sees of a message that is not told as it is.</summary>
internal sealed class MaskedState(string message, IReadOnlyList<KeyValuePair<string, object?>> values) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => values.Count;

    public KeyValuePair<string, object?> this[int index] => values[index];

    public static MaskedState Of<TState>(TState state, string message) => new(
        message,
        state is IEnumerable<KeyValuePair<string, object?>> pairs ? [.. pairs.Select(pair => KeyValuePair.Create(pair.Key, Masked(pair.Value)))] : []);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => message;

    private static object? Masked(object? value) =>
        value is null or bool or int or long or double or TimeSpan or DateTimeOffset ? value : LogText.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
