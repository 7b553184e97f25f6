using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AiFixer.Playground;

internal sealed record ProgramArguments(int Port, string? Kubeconfig, string? Token, int Seed)
{
    public const string Usage = "usage: [--port N] [--kubeconfig FILE] [--token TOKEN] [--seed N]";

    public static bool TryParse(string[] args, [NotNullWhen(true)] out ProgramArguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = null;
        problem = null;
        var parsed = new ProgramArguments(0, null, null, 1);
        for (var i = 0; i < args.Length; i += 2)
        {
            var next = i + 1 < args.Length ? parsed.With(args[i], args[i + 1]) : null;
            if (next is null)
            {
                problem = $"cannot read the argument {args[i]}";
                return false;
            }

            parsed = next;
        }

        arguments = parsed;
        return true;
    }

    private ProgramArguments? With(string name, string value) => name switch
    {
        "--port" when Number(value) is { } port and <= ushort.MaxValue => this with { Port = port },
        "--seed" when Number(value) is { } seed => this with { Seed = seed },
        "--kubeconfig" => this with { Kubeconfig = value },
        "--token" => this with { Token = value },
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
