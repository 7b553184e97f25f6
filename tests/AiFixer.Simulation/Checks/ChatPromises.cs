using AiFixer.Core.Incidents;
using AiFixer.Lark.Room;
using AiFixer.Lark.Texts;
using AiFixer.Simulation.Chat;
using AiFixer.Simulation.World;
using AiFixer.Storage.Databases;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>What people see in the room at the end is so; what they did there counted once; nothing they were told is lost.</summary>
internal static class ChatPromises
{
    private static readonly RoomScene Scene = new(Words.English, null);

    public static IEnumerable<string> Broken(Stage stage, ChatTaken taken, List<WrittenLife> lives) =>
        [.. lives.SelectMany(life => Untrue(stage, life)), .. Signs(stage, lives), .. Twice(lives), .. Lost(stage, taken, lives), .. AnsweredTwice(stage)];

    private static IEnumerable<string> Untrue(Stage stage, WrittenLife life)
    {
        var rows = Rows(stage, life.Item.Id.Value);
        if (rows.Count == 0 && life.State.Group is null)
            yield return $"{life.Item.Id} was told nowhere";
        var wanted = RoomView.Of(life.State, RoomHistory.Of(life.Entries), RoomFacts.None, Scene).ToDictionary(message => message.Part);
        foreach (var (part, id) in rows)
        {
            var shown = stage.Chat.Messages.Find(message => message.Id == id)?.Card.ToJsonString();
            var right = part == RoomView.Copy ? RoomView.CopyOf(life.State, Scene).Card : wanted.GetValueOrDefault(part)?.Card;
            if (right is not null && shown != right.ToJsonString())
                yield return $"{part} of {life.Item.Id} ({life.State.Status}) shows {shown} instead of {right.ToJsonString()}";
        }

        foreach (var open in wanted.Values.Where(message => rows.Count > 0 && message.IsOpen && !rows.Any(row => row.Part == message.Part)))
            yield return $"{open.Part} of {life.Item.Id} is missing";
    }

    /// <summary>Of messages that one incident came from: what is delivered again much later may belong to another one, too.</summary>
    private static IEnumerable<string> Signs(Stage stage, List<WrittenLife> lives) =>
        from message in stage.Chat.Signed
        let begun = lives.Where(life => ChatAlert.Of(life.State.Alert)?.MessageId == message).ToList()
        let signs = string.Join(",", stage.Chat.Signs(message).Select(sign => sign.Emoji))
        where begun.Count == 1 && signs != Reactions.Of(begun[0].State)
        select $"the alert {message} of {begun[0].Item.Id} ({begun[0].State.Status}) bears {signs}";

    /// <summary>Everybody did one thing.</summary>
    private static IEnumerable<string> Twice(List<WrittenLife> lives) =>
        from entry in lives.SelectMany(life => life.Entries)
        where entry.By.Contains("(lark:", StringComparison.Ordinal)
        group entry by entry.By into same
        where same.Count() > 1
        select $"{same.Key} acted {same.Count()} times";

    private static IEnumerable<string> Lost(Stage stage, ChatTaken taken, List<WrittenLife> lives)
    {
        var acted = lives.SelectMany(life => life.Entries).Select(entry => entry.By).ToHashSet();
        foreach (var person in taken.Counted.Where(person => !acted.Contains($"{person} (lark:{person})")))
            yield return $"{person} was told that the click counts, and it is lost";
        foreach (var message in taken.Messages.Where(message => stage.Disk.Connection.Scalar<long>("select count(*) from received_messages where id = @id", ("id", message)) == 0))
            yield return $"{message} was acknowledged and is lost";
    }

    /// <summary>Where the database's clock goes back by an hour, an answer whose first sending was lost is sent again when the platform has forgotten its key.</summary>
    private static IEnumerable<string> AnsweredTwice(Stage stage) =>
        from message in stage.Chat.Messages
        where message.Root?.StartsWith("om_said", StringComparison.Ordinal) == true
        group message.At by message.Root into same
        where same.Zip(same.Skip(1)).Any(pair => pair.Second - pair.First < SimChat.Remembers.Ticks || stage.Disk.Skew > -SimChat.Remembers / 2)
        select $"{same.Key} was answered {same.Count()} times";

    private static List<(string Part, string Message)> Rows(Stage stage, string incident)
    {
        var found = new List<(string, string)>();
        using var command = stage.Disk.Connection.Command(
            "select part, message_id from posted_messages where incident = @id and part not in ('reaction', 'origin') and is_gone = 0", ("id", incident));
        using var rows = command.ExecuteReader();
        while (rows.Read())
            found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }
}
