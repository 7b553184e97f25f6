using System.Text;
using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>Times as the API writes them, nearly always to the second and in UTC.</summary>
internal static class KubeMoment
{
    private const int Usual = 20;

    public static DateTimeOffset? Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return null;
        if (text.Length == Usual && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z'
            && Number(text, 0, 4) is { } year and > 0 && Number(text, 5, 2) is { } month and > 0 and <= 12
            && Number(text, 8, 2) is { } day and > 0 && day <= DateTime.DaysInMonth(year, month)
            && Number(text, 11, 2) is { } hour and < 24 && Number(text, 14, 2) is { } minute and < 60 && Number(text, 17, 2) is { } second and < 60)
            return new(year, month, day, hour, minute, second, TimeSpan.Zero);
        return DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(text), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var other)
            ? other
            : throw new JsonException("it has a time that is none");
    }

    private static int? Number(ReadOnlySpan<byte> text, int from, int digits)
    {
        var number = 0;
        foreach (var digit in text.Slice(from, digits))
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return null;
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
