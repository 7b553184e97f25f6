using System.Globalization;

namespace AiFixer.Tests.Engine.Storms;

/// <summary>How large storms are in tests: <c>AIFIXER_STORM</c> makes them larger.</summary>
internal static class StormSize
{
    public static int Or(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("AIFIXER_STORM"), CultureInfo.InvariantCulture, out var size) ? size : usual;
}
