using System.Globalization;

namespace AiFixer.Storage.Retention;

/// <summary>Some values for <c>in (…)</c>, each a parameter of its own.</summary>
internal sealed class InList<T>(string name, IReadOnlyList<T> values)
{
    public (string Name, object? Value)[] Parameters { get; } = [.. values.Select((value, i) => (Name(name, i), (object?)value))];

    public override string ToString() => $"({string.Join(", ", Parameters.Select(parameter => "@" + parameter.Name))})";

    private static string Name(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);
}
