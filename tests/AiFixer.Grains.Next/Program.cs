using AiFixer.Grains.Next;

return args[0] switch
{
    "silo" => await NextSilo.RunAsync(args[1..]),
    _ => await NextClient.RunAsync(args),
};
