using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>How commands are used: the same line in the help and where one was used wrongly.</summary>
internal static class CommandUse
{
    private static readonly (string Line, string Key)[] All =
    [
        ("/status", "command.help.status"),
        ("/status INC", "command.help.statusOne"),
        ("/diag INC", "command.help.diag"),
        ("/run PLUGIN INC [name=value …]", "command.help.run"),
        ("/ignore INC [why]", "command.help.ignore"),
        ("/escalate @user INC [why]", "command.help.escalate"),
        ("/approve INC", "command.help.approve"),
        ("/reject INC why", "command.help.reject"),
        ("/plugins", "command.help.plugins"),
        ("/help", "command.help.help"),
    ];

    public static IEnumerable<(string Line, string Text)> Help(Words words) => All.Select(use => (use.Line, words[use.Key]));

    public static string Of(CommandKind kind)
    {
        var name = CommandReader.NameOf(kind);
        return All.Last(use => use.Line == name || use.Line.StartsWith(name + " ", StringComparison.Ordinal)).Line;
    }
}
