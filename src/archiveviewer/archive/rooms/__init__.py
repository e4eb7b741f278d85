"""What lies behind the door: the methods of `Archive`, a room for each thing that it is asked about."""
