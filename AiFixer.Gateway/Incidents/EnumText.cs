using System.Text.Json;

namespace AiFixer.Gateway.Incidents;

/// <summary>Names of values as the API writes them: <c>awaiting_proposal_approval</c>; severities stay as they are.</summary>
internal static class EnumText
{
    public static string Of(string name) =>
        name is ['P', >= '0' and <= '9'] ? name : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());
}
