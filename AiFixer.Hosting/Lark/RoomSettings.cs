using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;
using AiFixer.Hosting.Configuration;
using AiFixer.Lark;
using AiFixer.Lark.Room;

namespace AiFixer.Hosting.Lark;

/// <summary>Reads what is told in which chat and who may decide there.</summary>
internal static class RoomSettings
{
    public static RoomOptions Read(SettingsReader root)
    {
        var lark = root.Section(LarkOptions.Section);
        var defaults = new RoomOptions();
        return new()
        {
            Chat = lark.Text(nameof(RoomOptions.Chat)),
            AlertChats = lark.List(nameof(RoomOptions.AlertChats)),
            LeastSeverity = lark.Choice(nameof(RoomOptions.LeastSeverity), defaults.LeastSeverity),
            InThread = lark.Flag(nameof(RoomOptions.InThread), defaults.InThread),
            Pages = Pages(lark),
            // Whoever said what pages speak meant the chats too. What is wrong with that is said where pages are set up.
            Language = Spoken(lark) ?? LanguageTag.Parse(root.Text("Language")) ?? defaults.Language,
            Chats = lark.Sections(nameof(RoomOptions.Chats)).ToDictionary(chat => chat.Name, chat => Chat(chat.Settings), StringComparer.Ordinal),
            People = lark.Sections(nameof(RoomOptions.People)).ToDictionary(person => person.Name, person => Member(person.Settings), StringComparer.Ordinal),
            Remembered = lark.Duration(nameof(RoomOptions.Remembered), defaults.Remembered, TimeSpan.FromHours(8), TimeSpan.FromDays(30)),
        };
    }

    private static ChatOptions Chat(SettingsReader chat) => new(
        Spoken(chat), chat.Choice(nameof(ChatOptions.Role), PersonRole.Viewer));

    private static MemberOptions Member(SettingsReader person) => new(
        person.Choice(nameof(MemberOptions.Role), PersonRole.Viewer), person.Text(nameof(MemberOptions.Name)), person.Text(nameof(MemberOptions.Id)));

    private static Language? Spoken(SettingsReader settings)
    {
        var text = settings.Text("Language");
        if (text is null || LanguageTag.Parse(text) is not null)
            return LanguageTag.Parse(text);
        settings.Problems.Add(settings.Key("Language"), "must be en or zh-CN");
        return null;
    }

    private static Uri? Pages(SettingsReader lark)
    {
        if (lark.Text(nameof(RoomOptions.Pages)) is not { } text)
            return null;
        if (Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var pages) && pages.Scheme is "http" or "https")
            return pages;
        lark.Problems.Add(lark.Key(nameof(RoomOptions.Pages)), "must be an address of the web");
        return null;
    }
}
