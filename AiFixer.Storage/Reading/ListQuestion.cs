namespace AiFixer.Storage.Reading;

internal sealed record ListQuestion(string Text, (string Name, object? Value)[] Parameters);
