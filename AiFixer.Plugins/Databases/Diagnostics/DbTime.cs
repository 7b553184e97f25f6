using System.Globalization;

namespace AiFixer.Plugins.Databases;

/// <summary>The server's times as text.</summary>
internal static class DbTime
{
    public static string? Text(DateTime? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>With everything the server keeps, so that it can be compared.</summary>
    public static string Exact(DateTime time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static string Age(double? seconds) => seconds switch
    {
        null => "unknown time",
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} h"),
    };
}
