using System.Globalization;

namespace AiFixer.Tests.Engine.World;

/// <summary>What is sent to an account.</summary>
internal sealed record Payload(string Account, string Value, int Revision)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Account}|{Value}|{Revision}");

    public static Payload Parse(string text)
    {
        var parts = text.Split('|');
        return new(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
