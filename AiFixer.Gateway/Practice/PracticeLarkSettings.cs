using System.Security.Cryptography;
using AiFixer.Gateway.Options;
using AiFixer.Playground.Lark;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Gateway.Practice;

/// <summary>Starts a practice Lark where none was configured, and says how to reach it and who may do what there.</summary>
internal static class PracticeLarkSettings
{
    /// <summary>A lost connection is back at once: nobody else is there whom that could bother.</summary>
    private static readonly ConnectionRules Rules = new(ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 30);

    /// <returns>Null when a real one was configured, or Lark was switched off.</returns>
    public static async Task<PracticeLark?> StartAsync(ConfigurationManager configuration, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(configuration["Lark:AppId"]) || !string.IsNullOrEmpty(configuration["Lark:Mode"]))
            return null;
        // Its messages are gone when it ends, and the journal stays: the next one must not give the same ids to others.
        var options = new PracticeLarkOptions
        {
            Port = configuration.GetValue("Practice:LarkPort", 0),
            Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
            Connections = Rules,
        };
        var lark = await PracticeLark.StartAsync(options, cancellationToken);
        configuration.AddInMemoryCollection(Settings(lark, GatewayOptionsReader.Read(configuration, new()).Urls));
        return lark;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(PracticeLark lark, IReadOnlyList<string> urls)
    {
        yield return new("Lark:Mode", "Connection");
        yield return new("Lark:Url", lark.Url.ToString());
        yield return new("Lark:AppId", lark.Options.AppId);
        yield return new("Lark:AppSecret", lark.Options.AppSecret);
        yield return new("Lark:EncryptKey", lark.Options.EncryptKey);
        yield return new("Lark:VerificationToken", lark.Options.VerificationToken);
        yield return new("Lark:Chat", lark.Room.Chats.First(chat => chat.IsGroup).Id);
        if (Home(urls) is { } home)
            yield return new("Lark:Pages", home);
        foreach (var setting in lark.Room.People.SelectMany(Member))
            yield return setting;
    }

    /// <summary>One may approve, one may operate, and one may only look: each can be tried.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Member(RoomPerson person)
    {
        if (person.Name == "Monitor")
            yield return new("Lark:AlertBotIds:0", person.OpenId);
        if (Role(person) is not { } role)
            yield break;
        yield return new($"Lark:People:{person.OpenId}:Role", role);
        yield return new($"Lark:People:{person.OpenId}:Name", person.Name);
    }

    private static string? Role(RoomPerson person) => person.Name switch
    {
        "Alice" => "Approver",
        "Bob" => "Operator",
        _ => null,
    };

    /// <returns>Null when the port is not known before we listen.</returns>
    private static string? Home(IReadOnlyList<string> urls) => urls.FirstOrDefault(url => !url.EndsWith(":0", StringComparison.Ordinal));
}
