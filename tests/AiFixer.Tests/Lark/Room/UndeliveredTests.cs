using AiFixer.Core.Texts;
using AiFixer.Lark.Room;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Room;

public sealed class UndeliveredTests(SharedPostgres postgres)
{
    [Fact]
    public async Task What_could_not_be_told_is_said_elsewhere_until_it_is()
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        room.Lark.Faults.Enqueue(Fault.Refused);
        var undelivered = new Undelivered(room.Store.Posted, TimeProvider.System);

        await room.TellAsync(Stories.AskedAboutDiagnosis());
        (await undelivered.ReadAsync(Given.Id, Language.English, CancellationToken.None)).ShouldNotBeNull().ShouldContain("the bot is not in the chat (230002)");
        (await undelivered.ReadAsync(Given.Id, Language.Chinese, CancellationToken.None)).ShouldNotBeNull().ShouldContain("已过时");

        await room.PassAsync();
        (await undelivered.ReadAsync(Given.Id, Language.English, CancellationToken.None)).ShouldBeNull();
    }
}
