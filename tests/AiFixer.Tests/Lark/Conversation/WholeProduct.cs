using AiFixer.Core.Ports;
using AiFixer.Hosting;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Lark;
using AiFixer.Playground.Lark;
using AiFixer.Playground.Lark.Room;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Tests.Lark.Conversation;

/// <summary>The product on a store of its own, and a practice Lark that it holds a connection to.</summary>
internal sealed class WholeProduct : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private IHost _host = null!;

    private WholeProduct(PracticeLark lark) => Lark = lark;

    public PracticeLark Lark { get; }

    public RestartedOnce Cure { get; } = new();

    public RoomChat Chat => Lark.Room.Chats.First(chat => chat.IsGroup);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WholeProduct> StartAsync()
    {
        var product = new WholeProduct(await PracticeLark.StartAsync(cancellationToken: Stop));
        await product.StartHostAsync();
        return product;
    }

    public RoomPerson Person(string name) => Lark.Room.People.First(person => person.Name == name);

    /// <summary>The process ends, and another begins on the same store.</summary>
    public async Task RestartAsync()
    {
        await _host.StopAsync(Stop);
        _host.Dispose();
        await StartHostAsync();
    }

    public Task<RoomMessage> CardAsync(string title, Func<RoomMessage, bool>? isSo = null) => Eventually.ValueAsync(
        () => Task.FromResult(Lark.Room.Messages.LastOrDefault(message =>
            ((string?)message.Card?["header"]?["title"]?["content"])?.StartsWith(title, StringComparison.Ordinal) == true && isSo?.Invoke(message) != false)),
        $"there is a card \"{title}\"", cancellation: Stop);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        await Lark.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartHostAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = _folder.Path,
            ["Policy:Mode"] = "Review",
            ["Workflow:StabilisationWindow"] = "0s",
            ["Lark:Mode"] = "Connection",
            ["Lark:Url"] = Lark.Url.ToString(),
            ["Lark:AppId"] = Lark.Options.AppId,
            ["Lark:AppSecret"] = Lark.Options.AppSecret,
            ["Lark:Chat"] = Chat.Id,
            ["Lark:AlertBotIds:0"] = Person("Bob").OpenId,
            [$"Lark:People:{Person("Alice").OpenId}:Role"] = "Approver",
            [$"Lark:People:{Person("Alice").OpenId}:Name"] = "Alice",
        });
        var problems = new ConfigurationProblems();
        builder.AddAiFixer(problems);
        builder.AddLark(problems);
        problems.ThrowIfAny();
        builder.Services.AddSingleton<IPlugin>(Cure);
        builder.Services.Replace(ServiceDescriptor.Singleton<IAnalyst>(Cure));
        _host = builder.Build();
        await _host.StartAsync(Stop);
        await Eventually.TrueAsync(() => Lark.Connections > 0, "the connection is open", cancellation: Stop);
    }
}
